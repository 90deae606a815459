import { CODEBOOK, ROUNDING } from "../codebook.ts";
import { Wide } from "../../page/wide.tsx";

/** Every measure: what is counted, out of what, and where that comes from. */
export function Codebook() {
  return (
    <>
      <ul>
        {ROUNDING.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h3 id="measures">Measures</h3>
      <Wide labelledBy="measures">
        <table class="words">
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">In the CSV file</th>
              <th scope="col">What is counted</th>
              <th scope="col">Out of</th>
              <th scope="col">Where the definition comes from</th>
            </tr>
          </thead>
          <tbody>
            {CODEBOOK.map(({ id, title, counted, of, source }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td>
                  <code>{id}</code>
                </td>
                <td>{counted}</td>
                <td>{of ?? "a plain count"}</td>
                <td>{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}
