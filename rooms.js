/** The rooms of the house, and which other rooms each may import. The linter and docs/architecture.md's test read it. */
export const ROOMS = ["rules", "xlsx", "ui", "client", "addin", "web", "functions", "infra", "tools", "test"];

/**
 * `to`: rooms to import from; `types`: rooms of which only types are taken. A test holds these, and what docs/architecture.md draws,
 * to what the code imports: an arrow that is no longer used goes from all three.
 */
export const ARROWS = [
  { room: "rules", to: [], why: "rules/ is pure and imports only itself." },
  { room: "xlsx", to: [], why: "xlsx/ reads and writes workbook files and knows nothing of rules or of any host." },
  { room: "ui", to: [], why: "ui/ draws what it is handed: it knows neither rules nor service nor host." },
  { room: "client", to: ["rules"], types: ["functions"], why: "client/ talks to the service for add-in and pages." },
  {
    room: "addin",
    to: ["rules", "xlsx", "ui", "client"],
    types: ["functions"],
    why: "addin/ is what Excel loads: the service's code never ships to Excel.",
  },
  ...[
    { room: "web/page", to: ["ui", "client"], types: [] },
    { room: "web/admin", to: ["rules", "xlsx", "client", "web/page"], types: ["functions"] },
    { room: "web/evaluation", to: ["rules", "ui", "client", "web/page"], types: ["functions"] },
  ].map((arrows) => ({
    ...arrows,
    why: `${arrows.room}/ is a page of the browser: the service's code never ships to it, and it knows nothing of Excel.`,
  })),
  {
    room: "web/workbench",
    to: ["rules", "xlsx", "addin"],
    why: "web/workbench plays Excel for the shipped add-in: of addin/ it takes how its formulas are written.",
  },
  {
    room: "functions",
    to: ["rules"],
    why: "functions/ runs in Lambda: of the other rooms it may import rules/ alone.",
  },
  {
    room: "infra",
    to: ["functions"],
    why: "infra/ deploys what is built: it takes data of functions/ and no other code.",
  },
  { room: "tools", to: ROOMS.filter((room) => room !== "test"), why: "tools/ may use every room but the tests." },
  { room: "test", to: ROOMS, why: "" },
];

/** The folders of addin/ in the order of their arrows: each imports from those before it alone. */
const ADDIN =
  "workbook checking service history report sending allocating accepting registrations formulas model pane".split(" ");

/** What holds within a room besides. The last that matches a file counts, so each says all that holds there. */
export const inside = ADDIN.slice(0, -1).map((folder, index) => ({
  files: `addin/${folder}`,
  not: String.raw`^(\.\./)+(${ADDIN.slice(index + 1).join("|")})/`,
  why: `addin/${folder} stands before ${ADDIN.slice(index + 1).join(", ")}: no arrow runs back.`,
}));
