/**
 * The AWS SDK warns on every start under Node 20 that its releases from 2027 on will not run there. Ours is
 * pinned, and Lambda has a newer Node: nobody who starts the service locally can do anything about it.
 */
export function quietSdk(): void {
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
}
