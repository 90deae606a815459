import { STATUS_CODES, statusLabel } from "../../../rules/status.ts";
import { Choice, Field, FieldSet } from "../parts/fields.tsx";
import type { Draft } from "./draft.ts";
import { sentencesUnder, type Problem } from "./problems.ts";
import { placeOf, readOtherwise } from "./status-texts.ts";

interface StatusesProps {
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly onChange: (changes: Partial<Draft>) => void;
}

/** What the council's lists write for each status. */
export function Statuses({ draft, problems, onChange }: StatusesProps) {
  return (
    <FieldSet title="Statuses">
      <Choice
        label="“Family help” is"
        value={draft.familyHelp}
        options={[
          ["own-status", "a status of its own"],
          ["early-help", "another word for early help"],
        ]}
        onChoose={(familyHelp) => {
          onChange({ familyHelp: familyHelp === "early-help" ? "early-help" : "own-status" });
        }}
      />
      <p class="note">
        The council's own texts for each status, one a line, as its lists write them. They come before those that are
        known without them. Capitals, spaces and punctuation make no difference.
      </p>
      <div class="side">
        {STATUS_CODES.map((code) => (
          <Field
            key={code}
            label={`Texts that mean ${statusLabel(code)} (${code})`}
            kind="lines"
            value={draft.statuses[code] ?? ""}
            note={readOtherwise(draft, code).join(" ") || undefined}
            problems={sentencesUnder(problems, `statuses[${placeOf(draft, code)}].`)}
            onType={(texts) => {
              onChange({ statuses: { ...draft.statuses, [code]: texts } });
            }}
          />
        ))}
      </div>
    </FieldSet>
  );
}
