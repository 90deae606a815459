import { byTheme, type FeedbackLine } from "../feedback.ts";
import { shortMonthAndYear } from "../../../rules/months.ts";

/** What was said, theme by theme; not by whom, nor of which team. */
export function Feedback({ lines: all }: { readonly lines: readonly FeedbackLine[] }) {
  const themes = byTheme(all);
  return (
    <>
      <table class="narrow" aria-label="Feedback by theme">
        <thead>
          <tr>
            <th scope="col">Theme</th>
            <th scope="col">Lines of feedback</th>
          </tr>
        </thead>
        <tbody>
          {themes.map(({ theme, title, lines: { length } }) => (
            <tr key={theme}>
              <th scope="row">{title}</th>
              <td>{length}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">
        From everyone who gave some in these months. Every line is shown below, so these counts are not rounded; neither
        teams nor people are named.
      </p>
      {themes
        .filter(({ lines: { length } }) => length > 0)
        .map(({ theme, title, lines }) => (
          <details key={theme}>
            <summary>
              {title}: {lines.length === 1 ? "1 line" : `${lines.length} lines`}
            </summary>
            <ul>
              {lines.map(({ month, text }, index) => (
                <li key={index}>
                  <span class="when">{shortMonthAndYear(month)}</span> {text}
                </li>
              ))}
            </ul>
          </details>
        ))}
    </>
  );
}
