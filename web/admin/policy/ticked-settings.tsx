import { CATALOGUE } from "../../../rules/catalogue/index.ts";
import { DATA_RULE_IDS } from "../../../rules/rule-ids.ts";
import { OPEN_STATUSES, statusLabel, type StatusCode } from "../../../rules/status.ts";
import { FieldSet, Tick } from "../parts/fields.tsx";
import type { Draft } from "./draft.ts";

type OnChange = (changes: Partial<Draft>) => void;

const ticked = <T,>(list: readonly T[], one: T, isTicked: boolean): readonly T[] =>
  isTicked ? [...list, one].sort() : list.filter((other) => other !== one);

interface StatusTicksProps {
  readonly id: string;
  readonly words: string;
  readonly codes: readonly StatusCode[];
  readonly onChange: (codes: readonly StatusCode[]) => void;
}

function StatusTicks({ id, words, codes, onChange }: StatusTicksProps) {
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id}>{words}</p>
      <div class="ticks">
        {OPEN_STATUSES.map((code) => (
          <Tick
            key={code}
            label={statusLabel(code)}
            isTicked={codes.includes(code)}
            onTick={(isTicked) => {
              onChange(ticked(codes, code, isTicked));
            }}
          />
        ))}
      </div>
    </div>
  );
}

/** Who may lead, who oversees, who may assess. */
export function WhoMay({ draft, onChange }: { readonly draft: Draft; readonly onChange: OnChange }) {
  return (
    <FieldSet title="Who may do what">
      <StatusTicks
        id="only"
        words="Only a registered social worker may lead:"
        codes={draft.socialWorkerOnly}
        onChange={(socialWorkerOnly) => {
          onChange({ socialWorkerOnly });
        }}
      />
      <StatusTicks
        id="overseen"
        words="Someone social work qualified oversees a lead who is not a social worker:"
        codes={draft.overseen}
        onChange={(overseen) => {
          onChange({ overseen });
        }}
      />
      <Tick
        label="Others than social workers may carry out the assessment"
        isTicked={draft.assessmentByOthers}
        onTick={(assessmentByOthers) => {
          onChange({ assessmentByOthers });
        }}
      />
    </FieldSet>
  );
}

/** Rules that are not asked; those that say what could not be read cannot be switched off. */
export function RulesOff({ rulesOff, onChange }: Pick<Draft, "rulesOff"> & { readonly onChange: OnChange }) {
  return (
    <FieldSet title="Rules switched off">
      <div class="ticks">
        {CATALOGUE.filter(({ id }) => !DATA_RULE_IDS.includes(id)).map(({ id, title }) => (
          <Tick
            key={id}
            label={`${id}: ${title}`}
            isTicked={rulesOff.includes(id)}
            onTick={(isTicked) => {
              onChange({ rulesOff: ticked(rulesOff, id, isTicked) });
            }}
          />
        ))}
      </div>
    </FieldSet>
  );
}
