import { teamsIn } from "../../../rules/policy.ts";
import { STATUS_CODES, statusLabel, type StatusCode } from "../../../rules/status.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import type { Draft, Reading } from "./draft.ts";

interface WholeListProps {
  readonly model: PaneModel;
  readonly all: readonly Reading[];
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

interface WholeProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string | undefined) => void;
}

function Whole({ label, value = "", options, onChoose }: WholeProps) {
  return (
    <label class="field">
      {label}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value === "" ? undefined : currentTarget.value);
        }}
      >
        <option value="">Not said</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What may be said of all cases at once, where the list has no column for it. */
export function WholeList({ model, all, draft, onChange }: WholeListProps) {
  const has = (field: "status" | "team"): boolean => all.some((one) => one.field === field);
  const teams = teamsIn(model.inputs.value.basePolicy).map(({ id, name }) => [id, name] as const);
  return (
    <>
      {!has("status") && (
        <Whole
          label="No column is the case status. Is every case here of one status?"
          value={draft.status}
          options={STATUS_CODES.map((code) => [code, statusLabel(code).replace(/^./, (first) => first.toUpperCase())])}
          onChoose={(status) => {
            onChange({ ...draft, status: status as StatusCode | undefined });
          }}
        />
      )}
      {!has("team") && teams.length > 0 && (
        <Whole
          label="No column is the team. Is every case here of one team?"
          value={draft.team}
          options={teams}
          onChoose={(team) => {
            onChange({ ...draft, team });
          }}
        />
      )}
    </>
  );
}
