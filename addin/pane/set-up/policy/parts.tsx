import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface InputProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly kind?: "text" | "date" | "number" | "lines";
  readonly note?: string | undefined;
  /** Why what is typed cannot be used. */
  readonly reason?: string | undefined;
}

/** Something typed, with its label, a note, and why it cannot be used. */
export function Input({ label, value, onType, kind = "text", note, reason }: InputProps) {
  const id = useId();
  const common = {
    id,
    value,
    "aria-invalid": reason === undefined ? undefined : ("true" as const),
    "aria-describedby": note === undefined && reason === undefined ? undefined : `${id}-notes`,
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => {
      onType(currentTarget.value);
    },
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {kind === "lines" && <textarea rows={2} {...common} />}
      {kind === "date" && <input type="date" {...common} />}
      {/* Typed as text, so that what is no number is shown and named instead of vanishing. */}
      {kind === "number" && <input type="text" inputMode="decimal" {...common} />}
      {kind === "text" && <input type="text" {...common} />}
      <Notes id={`${id}-notes`} note={note} reason={reason} />
    </div>
  );
}

function Notes({ id, note, reason }: { readonly id: string } & Pick<InputProps, "note" | "reason">) {
  if (note === undefined && reason === undefined) return null;
  return (
    <div id={id}>
      {note !== undefined && <p class="note">{note}</p>}
      {reason !== undefined && <p class="problem-text">{reason}</p>}
    </div>
  );
}

interface SelectProps extends Pick<InputProps, "label" | "value" | "note" | "reason"> {
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChoose: (value: string) => void;
}

export function Select({ label, value, options, onChoose, note, reason }: SelectProps) {
  const id = useId();
  const known = options.some(([one]) => one === value) ? options : [[value, value || "Choose"] as const, ...options];
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={reason === undefined ? undefined : "true"}
        aria-describedby={note === undefined && reason === undefined ? undefined : `${id}-notes`}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value);
        }}
      >
        {known.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
      <Notes id={`${id}-notes`} note={note} reason={reason} />
    </div>
  );
}

interface TickProps {
  readonly label: string;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

export const Tick = ({ label, isTicked, onTick }: TickProps) => (
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

interface GroupProps {
  readonly title: string;
  /** How many of its parts cannot be used. */
  readonly faults: number;
  readonly children: ComponentChildren;
}

/** Settings that belong together, folded away until they are looked for. */
export const Group = ({ title, faults, children }: GroupProps) => (
  <details class="policy-group">
    <summary>
      {title}
      {faults > 0 && <span class="count">{`${faults} to put right`}</span>}
    </summary>
    <div class="policy-fields">{children}</div>
  </details>
);

interface LinesProps<T extends { readonly key: number }> {
  readonly items: readonly T[];
  /** What one of them is, such as "team". */
  readonly one: string;
  readonly nameOf: (item: T) => string;
  readonly fresh: (key: number) => T;
  readonly onChange: (items: readonly T[]) => void;
  readonly children: (item: T, change: (part: Partial<T>) => void) => ComponentChildren;
}

/** Things of one sort, each to change or take away, and above them a button for one more, which comes first: they may be many. */
export function Lines<T extends { readonly key: number }>(props: LinesProps<T>) {
  const { items, one, nameOf, fresh, onChange, children } = props;
  const heading = useId();
  return (
    <>
      <p id={heading} tabIndex={-1} class="note">{`${items.length} in all.`}</p>
      <p class="buttons">
        <button
          type="button"
          onClick={() => {
            onChange([fresh(Math.max(-1, ...items.map(({ key }) => key)) + 1), ...items]);
          }}
        >{`Add a ${one}`}</button>
      </p>
      {items.map((item) => {
        const name = nameOf(item).trim() || `a new ${one}`;
        return (
          <div key={item.key} class="policy-line" role="group" aria-label={name}>
            {children(item, (part) => {
              onChange(items.map((other) => (other.key === item.key ? { ...other, ...part } : other)));
            })}
            <p class="buttons">
              <button
                type="button"
                aria-label={`Remove the ${one} ${name}`}
                onClick={() => {
                  // The button goes away with its line.
                  document.getElementById(heading)?.focus();
                  onChange(items.filter(({ key }) => key !== item.key));
                }}
              >
                Remove
              </button>
            </p>
          </div>
        );
      })}
    </>
  );
}
