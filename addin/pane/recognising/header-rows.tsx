import type { HeaderCandidate } from "../../../rules/workbook/header-question.ts";

interface HeaderRowsProps {
  readonly candidates: readonly HeaderCandidate[];
  readonly row: number;
  readonly onChoose: (row: number) => void;
}

/** The rows that may name the columns, with their texts. */
export function HeaderRows({ candidates, row, onChoose }: HeaderRowsProps) {
  return (
    <fieldset class="header-rows">
      <legend>The headers are in</legend>
      {[...candidates]
        .sort((a, b) => a.row - b.row)
        .map((one) => (
          <label key={one.row}>
            <input
              type="radio"
              name="header-row"
              checked={one.row === row}
              onChange={() => {
                onChoose(one.row);
              }}
            />
            <span>
              {`Row ${one.row}: `}
              <span class="note">{one.columns.map(({ header }) => header).join(" · ")}</span>
            </span>
          </label>
        ))}
    </fieldset>
  );
}
