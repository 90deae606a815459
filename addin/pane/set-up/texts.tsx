import { useComputed } from "@preact/signals";
import { headerOf } from "../../../rules/fields.ts";
import { list } from "../../../rules/text.ts";
import type { PaneModel } from "../../model/pane-model.ts";
import { Action } from "../parts/action.tsx";
import { Pick } from "../parts/pick.tsx";
import { Limited } from "../parts/limited.tsx";
import { useListReader } from "../use-list-reader.ts";
import { policyNames, unknownTexts, withText, type PolicyName, type TextKind, type UnknownText } from "./texts.ts";

const WORDS: Readonly<Record<TextKind, { readonly one: string; readonly many: string }>> = {
  teams: { one: "team", many: "teams" },
  roles: { one: "role", many: "roles" },
  statuses: { one: "status", many: "statuses" },
};

const FIELD = { teams: "team", roles: "leadRole", statuses: "status" } as const;

interface TextsProps {
  readonly model: PaneModel;
  readonly kind: TextKind;
  readonly named: readonly PolicyName[];
}

function Unknown({ model, kind, named, unknown: { text, nearest } }: TextsProps & { readonly unknown: UnknownText }) {
  const keep = (value: string): Promise<void> => {
    // The line goes away with its answer; its heading stays.
    document.getElementById("texts")?.focus();
    return model.keepChoices((choices) => withText(choices, kind, text, value));
  };
  return (
    <tr>
      <th scope="row">{text}</th>
      <td>
        <Pick
          model={model}
          label={`'${text}' is the ${WORDS[kind].one}`}
          value=""
          options={[{ value: "", name: "Not known" }, ...named]}
          onKeep={keep}
        />
        {nearest && (
          <div class="decision">
            <p>{`Perhaps ${nearest.name}?`}</p>
            <p class="buttons">
              <Action model={model} onPress={() => keep(nearest.value)}>
                Use it
              </Action>
            </p>
          </div>
        )}
      </td>
    </tr>
  );
}

/** What was said before, to take back. */
function Known({ model, kind, named }: TextsProps) {
  const choices = Object.entries(model.choices.value[kind] ?? {});
  if (choices.length === 0) return null;
  return (
    <ul class="said">
      {choices.map(([text, value]) => (
        <li key={text}>
          {`'${text}' is ${named.find((one) => one.value === value)?.name ?? "one that this policy does not have"}. `}
          <Action
            model={model}
            onPress={() => model.keepChoices((choices) => withText(choices, kind, text, undefined))}
          >{`Forget '${text}'`}</Action>
        </li>
      ))}
    </ul>
  );
}

function TextsOf({
  model,
  kind,
  named,
  unknown,
  has,
}: TextsProps & { readonly unknown: readonly UnknownText[]; readonly has: boolean }) {
  const { one, many } = WORDS[kind];
  return (
    <>
      <h3>{`${one.charAt(0).toUpperCase()}${many.slice(1)}`}</h3>
      {unknown.length > 0 && named.length === 0 ? (
        <p>
          {`The policy names no ${one}. On the sheet: ${list(unknown.map(({ text }) => `'${text}'`))}. Add your own under 'The council's own policy', below.`}
        </p>
      ) : unknown.length === 0 ? (
        <p>
          {has ? `The policy knows every ${one} on the sheet.` : `No column is read as '${headerOf(FIELD[kind])}'.`}
        </p>
      ) : (
        <Limited items={unknown} what="texts">
          {(shown) => (
            <table>
              <thead>
                <tr>
                  <th scope="col">On the sheet</th>
                  <th scope="col">{`Is the ${one}`}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((text) => (
                  <Unknown key={text.text} model={model} kind={kind} named={named} unknown={text} />
                ))}
              </tbody>
            </table>
          )}
        </Limited>
      )}
      <Known model={model} kind={kind} named={named} />
    </>
  );
}

/** Texts for teams, roles and statuses that the policy does not know: said once what each means, and kept in the workbook. */
export function Texts({ model }: { readonly model: PaneModel }) {
  const reader = useListReader(model);
  const unknown = useComputed(() => {
    const read = reader.value;
    return (
      read && {
        teams: unknownTexts(read, "teams"),
        roles: unknownTexts(read, "roles"),
        statuses: unknownTexts(read, "statuses"),
      }
    );
  });
  const [read, found] = [reader.value, unknown.value];
  if (!read || !found) return null;
  return (
    <section class="panel" aria-labelledby="texts">
      <h2 id="texts" tabIndex={-1}>
        Teams, roles and statuses
      </h2>
      {Object.values(found).some(({ length }) => length > 0) && (
        <p class="note">
          Say what a text means here, or add it under 'The council's own policy', below, where none of those offered is
          right.
        </p>
      )}
      {(["statuses", "teams", "roles"] as const).map((kind) => (
        <TextsOf
          key={kind}
          model={model}
          kind={kind}
          named={policyNames(read, kind)}
          unknown={found[kind]}
          has={read.has(FIELD[kind])}
        />
      ))}
    </section>
  );
}
