import tseslint from "typescript-eslint";
import { ARROWS, ROOMS, inside } from "./rooms.js";

/** Ways of importing that leave a room, each with the reason it is an error. */
const leave = (regex, message, isTypeAllowed = false) => ({
  regex,
  message,
  ...(isTypeAllowed ? { allowTypeImports: true } : {}),
});

const pathsTo = (rooms) => String.raw`^\..*/(${rooms.join("|")})/`;

/** The rooms that one may not import from, and why; docs/architecture.md draws the same arrows. */
function outside({ room, to, types = [], why }) {
  const others = ROOMS.filter((other) => other !== room && !room.startsWith(`${other}/`) && !to.includes(other));
  const none = others.filter((other) => !types.includes(other));
  return [
    ...(none.length > 0 ? [leave(pathsTo(none), why)] : []),
    ...types.map((other) => leave(pathsTo([other]), `${why} Of ${other}/ it takes types alone.`, true)),
  ];
}

const awsOutsideStore = leave(
  String.raw`^@(aws-sdk|smithy)/`,
  "The AWS SDK appears only in functions/store and functions/people: everything else talks to its ports. (tools/bench/bare-function.ts is the SDK with a router and no more, to measure ours against.)",
);
const zodWhole = {
  selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
  message: 'Write `import * as z from "zod"`: the named import bundles every locale (twice the size).',
};
const packagesOutsideRules = leave(
  "^[^.]",
  "rules/ imports no package: the same check runs in Excel, the browser, Node and Lambda.",
);

const imports = (...patterns) => ["error", { patterns: patterns.flat() }];

const excelOutsideWorkbook = {
  name: "Excel",
  message: "Excel is called only in addin/workbook, so that every sync can be counted and tested.",
};
const environmentOutsideSettings = {
  object: "process",
  property: "env",
  message: "process.env is read only in a side's settings.ts, so that everything else is handed its settings.",
};
const clock = (selector) => ({
  selector,
  message: "rules/ has no clock: the check date is an argument, so that a past month checks the same for ever.",
});
const world = [..."process Buffer console fetch crypto performance setTimeout window document Office".split(" ")].map(
  (name) => ({ name, message: "rules/ is pure: nothing of Node, the browser, Excel or AWS." }),
);

const filesOf = (room) => [`${room}/**/*.ts`, `${room}/**/*.tsx`];
/** Where the AWS SDK appears, with the room whose arrows hold there. */
const mayUseAws = [
  { files: [...filesOf("functions/store"), ...filesOf("functions/people")], room: "functions" },
  { files: ["tools/bench/bare-function.ts"], room: "tools" },
];

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "node_modules/", ".data/"] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["**/*.ts", "**/*.tsx"] })),
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      "no-restricted-globals": ["error", excelOutsideWorkbook],
      "no-restricted-properties": ["error", environmentOutsideSettings],
      "no-restricted-syntax": ["error", zodWhole],
      "max-lines": ["error", { max: 250 }],
      eqeqeq: "error",
    },
  },
  ...ARROWS.map((arrows) => ({
    files: filesOf(arrows.room),
    rules: { "no-restricted-imports": imports(awsOutsideStore, outside(arrows)) },
  })),
  ...inside.map(({ files, not, why }) => {
    const room = ARROWS.find((arrows) => files.startsWith(arrows.room));
    return {
      files: filesOf(files),
      rules: { "no-restricted-imports": imports(awsOutsideStore, outside(room), leave(not, why)) },
    };
  }),
  ...mayUseAws.map(({ files, room }) => ({
    files,
    rules: { "no-restricted-imports": imports(outside(ARROWS.find((arrows) => arrows.room === room))) },
  })),
  {
    files: filesOf("rules"),
    rules: {
      "no-restricted-imports": imports(packagesOutsideRules, outside(ARROWS.find(({ room }) => room === "rules"))),
      "no-restricted-globals": ["error", excelOutsideWorkbook, ...world],
      "no-restricted-syntax": [
        "error",
        clock("CallExpression[callee.object.name='Date'][callee.property.name='now']"),
        clock("NewExpression[callee.name='Date'][arguments.length=0]"),
      ],
    },
  },
  { files: filesOf("addin/workbook"), rules: { "no-restricted-globals": "off" } },
  { files: ["**/settings.ts"], rules: { "no-restricted-properties": "off" } },
);
