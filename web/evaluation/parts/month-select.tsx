import { useId } from "preact/hooks";
import { shortMonthAndYear } from "../../../rules/months.ts";

interface MonthSelectProps {
  readonly label: string;
  readonly months: readonly string[];
  readonly value: string;
  readonly onChoose: (month: string) => void;
}

export function MonthSelect({ label, months, value, onChoose }: MonthSelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value);
        }}
      >
        {months.map((month) => (
          <option key={month} value={month}>
            {shortMonthAndYear(month)}
          </option>
        ))}
      </select>
    </div>
  );
}
