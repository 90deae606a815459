import type { Service } from "../../service/service.ts";

export const SENT = [
  "Sent: child and family refs, codes, dates and numbers from the columns that are read, and staff numbers. Someone who is not on the register is sent by name.",
  "Never sent: columns that are not read, a reason for a choice in its own words, a cell that cannot be read, and any row whose child ref is blank or looks like a name.",
  "It answers with what only it knows: who leads in other teams' lists. It keeps a note that you asked, and none of the rows.",
];

/** Asked once, at the first sign-in: what checking with the service sends, and whether to. */
export function WhatIsSent({ service }: { readonly service: Service }) {
  const answer = (isChecking: boolean): void => {
    service.isChecking.value = isChecking;
    service.hasExplained.value = true;
  };
  return (
    <section class="banner" aria-labelledby="what-is-sent">
      <h2 id="what-is-sent">Check with the council's service too?</h2>
      {SENT.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>You can change this in Set-up.</p>
      <p class="buttons">
        <button
          type="button"
          class="main"
          onClick={() => {
            answer(true);
          }}
        >
          Check with the service
        </button>
        <button
          type="button"
          onClick={() => {
            answer(false);
          }}
        >
          Only here
        </button>
      </p>
    </section>
  );
}
