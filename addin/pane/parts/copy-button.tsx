import { useSignal } from "@preact/signals";

interface CopyButtonProps {
  readonly label: string;
  /** For those who do not see what stands around it. */
  readonly name?: string;
  /** Worked out only when it is to be copied. */
  readonly text: () => string;
  readonly onCopied: () => void;
}

/** Kept out of the component, so that it runs once for each field that appears and not at every render. */
const selectAll = (area: HTMLTextAreaElement | null): void => {
  area?.focus();
  area?.select();
};

/** Copies a text; where the host forbids the clipboard to add-ins, it shows the text selected, to copy by hand. */
export function CopyButton({ label, name, text, onCopied }: CopyButtonProps) {
  const byHand = useSignal<string | undefined>(undefined);
  const copy = async (): Promise<void> => {
    const copied = text();
    try {
      await navigator.clipboard.writeText(copied);
      byHand.value = undefined;
      onCopied();
    } catch {
      byHand.value = copied;
    }
  };
  return (
    <>
      <button
        type="button"
        aria-label={name}
        onClick={() => {
          void copy();
        }}
      >
        {label}
      </button>
      {byHand.value !== undefined && (
        <label class="by-hand">
          Excel does not let the pane copy here. Copy this text with Ctrl+C (on a Mac, Command+C).
          <textarea readOnly rows={4} value={byHand.value} ref={selectAll} />
        </label>
      )}
    </>
  );
}
