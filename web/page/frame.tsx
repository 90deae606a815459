import type { ComponentChildren } from "preact";

interface FrameProps {
  readonly title: string;
  /** Who is signed in. */
  readonly name: string | undefined;
  readonly onSignOut: () => void;
  readonly children: ComponentChildren;
}

/** What every page has around it. */
export function Frame({ title, name, onSignOut, children }: FrameProps) {
  return (
    <>
      <header>
        <h1>{title}</h1>
        {name !== undefined && (
          <p class="who">
            Signed in as {name}.{" "}
            <button type="button" class="link" onClick={onSignOut}>
              Sign out
            </button>
          </p>
        )}
      </header>
      <main>{children}</main>
    </>
  );
}
