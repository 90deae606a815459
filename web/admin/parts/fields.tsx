import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly kind?: "text" | "date" | "number" | "decimal" | "email" | "lines";
  readonly note?: string | undefined;
  /** What is wrong with it, one sentence each. */
  readonly problems?: readonly string[];
}

interface FieldNotesProps {
  readonly id: string;
  readonly note?: string | undefined;
  readonly problems: readonly string[];
}

/** What goes with a field: a note, and what is wrong. */
function FieldNotes({ id, note, problems }: FieldNotesProps) {
  if (note === undefined && problems.length === 0) return null;
  return (
    <div id={id} class="field-notes">
      {note !== undefined && <p class="note">{note}</p>}
      {problems.map((problem) => (
        <p key={problem} class="problem">
          {problem}
        </p>
      ))}
    </div>
  );
}

/** Something that is typed, with its label, its note and what is wrong with it. */
export function Field({ label, value, onType, kind = "text", note, problems = [] }: FieldProps) {
  const id = useId();
  const hasNotes = note !== undefined || problems.length > 0;
  const common = {
    id,
    value,
    "aria-invalid": problems.length > 0 ? ("true" as const) : undefined,
    "aria-describedby": hasNotes ? `${id}-notes` : undefined,
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => {
      onType(currentTarget.value);
    },
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {kind === "lines" && <textarea rows={2} {...common} />}
      {kind === "date" && <input type="date" {...common} />}
      {kind === "email" && <input type="email" class="long" {...common} />}
      {kind === "text" && <input type="text" class="long" {...common} />}
      {/* Typed as text, so that what is no number is shown and named instead of vanishing. */}
      {kind === "number" && <input type="text" inputMode="numeric" {...common} />}
      {kind === "decimal" && <input type="text" inputMode="decimal" {...common} />}
      <FieldNotes id={`${id}-notes`} note={note} problems={problems} />
    </div>
  );
}

interface TickProps {
  readonly label: string;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

export function Tick({ label, isTicked, onTick }: TickProps) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={isTicked}
        onChange={({ currentTarget }) => {
          onTick(currentTarget.checked);
        }}
      />
      {label}
    </label>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string) => void;
  readonly note?: string;
  readonly problems?: readonly string[];
}

export function Choice({ label, value, options, onChoose, note, problems = [] }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={problems.length > 0 ? "true" : undefined}
        aria-describedby={note !== undefined || problems.length > 0 ? `${id}-notes` : undefined}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value);
        }}
      >
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
      <FieldNotes id={`${id}-notes`} note={note} problems={problems} />
    </div>
  );
}

/** Fields that belong together. */
export function FieldSet({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

/** A list without one of its items, or with one of them changed. */
export const without = <T,>(list: readonly T[], index: number): readonly T[] => list.filter((_, at) => at !== index);
export const changed = <T,>(list: readonly T[], index: number, to: T): readonly T[] =>
  list.map((one, at) => (at === index ? to : one));
