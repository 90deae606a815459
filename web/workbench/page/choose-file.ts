import { element } from "./elements.ts";

type Chosen = (file: File) => void;

/** Has a file chosen by the button, or dropped anywhere on the page. */
export function chooseFiles(chosen: Chosen): void {
  const input = element("chosen") as HTMLInputElement;
  element("open").addEventListener("click", () => {
    input.click();
  });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    // So that the same file can be chosen again.
    input.value = "";
    if (file) chosen(file);
  });

  const sheet = element("sheet");
  const holdsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;
  const over = (event: DragEvent, isOver: boolean): void => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    sheet.classList.toggle("dropping", isOver);
  };
  // Before Univer sees it, which takes what is dropped for a picture.
  document.addEventListener(
    "dragover",
    (event) => {
      over(event, true);
    },
    { capture: true },
  );
  document.addEventListener(
    "dragleave",
    (event) => {
      over(event, event.relatedTarget !== null);
    },
    { capture: true },
  );
  document.addEventListener(
    "drop",
    (event) => {
      over(event, false);
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.stopPropagation();
      chosen(file);
    },
    { capture: true },
  );
}
