import { useComputed } from "@preact/signals";
import { headerOf } from "../../../rules/fields.ts";
import type { Desk } from "../../model/api.ts";
import { Action } from "../parts/action.tsx";
import { Pick } from "../parts/pick.tsx";
import { Limited } from "../parts/limited.tsx";
import { useReading } from "../use-reading.ts";
import { namedIn, unknownTexts, withText, type Named, type TextKind, type UnknownText } from "./texts.ts";

const WORDS: Readonly<Record<TextKind, { readonly one: string; readonly many: string }>> = {
  teams: { one: "team", many: "teams" },
  roles: { one: "role", many: "roles" },
};

const FIELD = { teams: "team", roles: "leadRole" } as const;

interface TextsProps {
  readonly desk: Desk;
  readonly kind: TextKind;
  readonly named: readonly Named[];
}

function Unknown({ desk, kind, named, unknown: { text, nearest } }: TextsProps & { readonly unknown: UnknownText }) {
  const keep = (value: string): Promise<void> => {
    // The line goes away with its answer; its heading stays.
    document.getElementById("texts")?.focus();
    return desk.keepChoices((choices) => withText(choices, kind, text, value));
  };
  return (
    <tr>
      <th scope="row">{text}</th>
      <td>
        <Pick
          desk={desk}
          label={`'${text}' is the ${WORDS[kind].one}`}
          value=""
          options={[{ value: "", name: "Not known" }, ...named]}
          onKeep={keep}
        />
        {nearest && (
          <div class="decision">
            <p>{`Did you mean ${nearest.name}?`}</p>
            <p class="buttons">
              <Action desk={desk} onPress={() => keep(nearest.value)}>
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
function Known({ desk, kind, named }: TextsProps) {
  const said = Object.entries(desk.choices.value[kind]);
  if (said.length === 0) return null;
  return (
    <ul class="said">
      {said.map(([text, value]) => (
        <li key={text}>
          {`'${text}' is ${named.find((one) => one.value === value)?.name ?? "one that this policy does not have"}. `}
          <Action
            desk={desk}
            onPress={() => desk.keepChoices((choices) => withText(choices, kind, text, undefined))}
          >{`Forget '${text}'`}</Action>
        </li>
      ))}
    </ul>
  );
}

function TextsOf({
  desk,
  kind,
  named,
  unknown,
  has,
}: TextsProps & { readonly unknown: readonly UnknownText[]; readonly has: boolean }) {
  const { one, many } = WORDS[kind];
  return (
    <>
      <h3>{`${one.charAt(0).toUpperCase()}${many.slice(1)}`}</h3>
      {unknown.length === 0 ? (
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
                  <Unknown key={text.text} desk={desk} kind={kind} named={named} unknown={text} />
                ))}
              </tbody>
            </table>
          )}
        </Limited>
      )}
      <Known desk={desk} kind={kind} named={named} />
    </>
  );
}

/** Texts for teams and roles that the policy does not know: said once what each means, and kept in the workbook. */
export function Texts({ desk }: { readonly desk: Desk }) {
  const reading = useReading(desk);
  const unknown = useComputed(() => {
    const read = reading.value;
    return read && { teams: unknownTexts(read, "teams"), roles: unknownTexts(read, "roles") };
  });
  const [read, found] = [reading.value, unknown.value];
  if (!read || !found) return null;
  return (
    <section class="panel" aria-labelledby="texts">
      <h2 id="texts" tabIndex={-1}>
        Teams and roles
      </h2>
      {(["teams", "roles"] as const).map((kind) => (
        <TextsOf
          key={kind}
          desk={desk}
          kind={kind}
          named={namedIn(read, kind)}
          unknown={found[kind]}
          has={read.has(FIELD[kind])}
        />
      ))}
    </section>
  );
}
