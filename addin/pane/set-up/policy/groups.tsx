import { CATALOGUE } from "../../../../rules/catalogue/index.ts";
import { SINGLE_VALUES } from "../../../../rules/policy-table/single-values.ts";
import { DATA_RULE_IDS } from "../../../../rules/rule-ids.ts";
import { OPEN_STATUSES, statusLabel, type StatusCode } from "../../../../rules/status.ts";
import type { PolicyDraft } from "./draft.ts";
import { Group, Input, Select, Tick } from "./parts.tsx";

export interface GroupOf {
  readonly draft: PolicyDraft;
  readonly reasons: ReadonlyMap<string, string>;
  readonly remarks: ReadonlyMap<string, string>;
  readonly onChange: (part: Partial<PolicyDraft>) => void;
}

const CHOICES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  scheme: [
    ["trial", "A trial: its teams and dates bind"],
    ["adopted", "Adopted: in every team, with no end"],
  ],
  familyHelp: [
    ["own-status", "a status of its own"],
    ["early-help", "another word for early help"],
  ],
  assessmentByOthers: [
    ["yes", "Yes"],
    ["no", "No"],
  ],
};
const KIND = new Map(SINGLE_VALUES.map(({ path, kind }) => [path, kind]));

interface SingleProps extends GroupOf {
  readonly path: string;
  readonly label: string;
  readonly note?: string | undefined;
}

/** A setting with one value. */
export function Single({ draft, reasons, onChange, path, label, note }: SingleProps) {
  const value = draft.singles[path] ?? "";
  const keep = (to: string): void => {
    onChange({ singles: { ...draft.singles, [path]: to } });
  };
  const said = { label, value, note, reason: reasons.get(path) };
  const options = CHOICES[path];
  if (options) return <Select {...said} options={options} onChoose={keep} />;
  const kind = KIND.get(path);
  const shown = kind === "date" || kind === "number" ? kind : path === "about" ? "lines" : "text";
  return <Input {...said} kind={shown} onType={keep} />;
}

interface SinglesProps extends GroupOf {
  readonly title: string;
  readonly settings: readonly (readonly [path: string, label: string, note?: string])[];
}

export const Singles = ({ title, settings, ...group }: SinglesProps) => (
  <Group title={title} faults={settings.filter(([path]) => group.reasons.has(path)).length}>
    {settings.map(([path, label, note]) => (
      <Single key={path} {...group} path={path} label={label} note={note} />
    ))}
  </Group>
);

const ticked = <T,>(list: readonly T[], one: T, isTicked: boolean): readonly T[] =>
  isTicked ? [...list, one].sort() : list.filter((other) => other !== one);

interface CodesProps extends GroupOf {
  readonly at: "overseen" | "socialWorkerOnly";
  readonly legend: string;
}

const Codes = ({ draft, onChange, at, legend }: CodesProps) => (
  <fieldset class="choices">
    <legend>{legend}</legend>
    {OPEN_STATUSES.map((code) => (
      <Tick
        key={code}
        label={statusLabel(code)}
        isTicked={draft[at].includes(code)}
        onTick={(isTicked) => {
          onChange({ [at]: ticked<StatusCode>(draft[at], code, isTicked) });
        }}
      />
    ))}
  </fieldset>
);

/** Who may lead, who oversees, who may assess. */
export const WhoMay = (group: GroupOf) => (
  <Group title="Who may lead, and who is overseen" faults={0}>
    <Codes {...group} at="socialWorkerOnly" legend="Only a registered social worker may lead" />
    <Codes {...group} at="overseen" legend="A lead who is not a social worker is overseen in" />
    <Single {...group} path="assessmentByOthers" label="Others than social workers may carry out the assessment" />
  </Group>
);

/** Rules that are asked; those that say what could not be read cannot be switched off. */
export const Rules = ({ draft, onChange }: GroupOf) => (
  <Group title="Rules" faults={0}>
    <fieldset class="choices">
      <legend>Rules that are checked</legend>
      {CATALOGUE.filter(({ id }) => !DATA_RULE_IDS.includes(id)).map(({ id, title }) => (
        <Tick
          key={id}
          label={`${id}: ${title}`}
          isTicked={!draft.rulesOff.includes(id)}
          onTick={(isTicked) => {
            onChange({ rulesOff: ticked(draft.rulesOff, id, !isTicked) });
          }}
        />
      ))}
    </fieldset>
  </Group>
);

const [MONTH, FOUR_WEEKS] = ["1 month", "28 days"];

/** How often supervision is due. */
export function Supervision(group: GroupOf) {
  const { draft, reasons, onChange } = group;
  const [count = "", unit = ""] = draft.every.split(" ");
  return (
    <Group title="Supervision" faults={["every", "supervision.dueSoonDays"].filter((path) => reasons.has(path)).length}>
      <Input
        label="Supervision is due every"
        kind="number"
        value={count}
        reason={reasons.get("every")}
        onType={(to) => {
          onChange({ every: `${to} ${unit}` });
        }}
      />
      <Select
        label="Counted in"
        value={unit.replace(/s$/, "")}
        options={[
          ["month", `calendar months (${MONTH})`],
          ["day", `days (${FOUR_WEEKS})`],
        ]}
        onChoose={(to) => {
          onChange({ every: `${count} ${to}s` });
        }}
      />
      <Single {...group} path="supervision.dueSoonDays" label="Days before it is due to say so" />
    </Group>
  );
}
