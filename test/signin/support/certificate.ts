import { generate } from "selfsigned";

/** A certificate for one run, which Chromium is told not to look at. */
export async function certificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], { keyType: "ec" });
  return { key, cert };
}
