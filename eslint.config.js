import tseslint from "typescript-eslint";

/** The ways of importing that leave a room, each with the reason it is an error. */
const leave = (group, message) => ({ regex: group, message });

const outsideRules = leave(
  String.raw`^[^.]|/(addin|functions|infra|tools|test)/`,
  "rules/ is pure and imports only itself: the same check runs in Excel, the browser, Node and Lambda.",
);
const outsideAddin = leave(
  String.raw`/(infra|tools|test)/`,
  "addin/ runs in Excel: it may import rules/ and, as types only, functions/.",
);
const outsideFunctions = leave(
  String.raw`/(addin|infra|tools|test)/`,
  "functions/ runs in Lambda: of the other rooms it may import rules/ alone.",
);
const outsideInfra = leave(
  String.raw`/(rules|tools|test)/|/addin/(?!response-headers)|/functions/(?!middleware-origin)`,
  "infra/ deploys what is built: it takes the headers that the add-in is served with and the name of the origin's header, and no other code.",
);
const functionsFromAddin = {
  regex: "/functions/",
  allowTypeImports: true,
  message: "addin/ takes only types from functions/ (the typed client): the service's code never ships to Excel.",
};
const workbenchFromAddin = leave(
  "/workbench/",
  "The workbench plays Excel for the add-in: what ships to Excel knows nothing of it.",
);
// The administration is a page of the browser and never ships to Excel: with no Excel to ask, it reads workbooks itself.
const workbenchButItsReader = leave(
  "/workbench/(?!xlsx/)",
  "The administration reads workbooks with the workbench's reader (workbench/xlsx); all else of the workbench plays Excel.",
);
const zodWhole = {
  selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
  message: 'Write `import * as z from "zod"`: the named import bundles every locale (twice the size).',
};
const awsOutsideStore = leave(
  String.raw`^@(aws-sdk|smithy)/`,
  "The AWS SDK appears only in functions/store: everything else talks to its ports.",
);

const imports = (...patterns) => ["error", { patterns }];

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
const world = [
  "process",
  "Buffer",
  "console",
  "fetch",
  "crypto",
  "performance",
  "setTimeout",
  "window",
  "document",
  "Office",
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
      "no-restricted-imports": imports(awsOutsideStore),
      "no-restricted-syntax": ["error", zodWhole],
      "max-lines": ["error", { max: 250 }],
      eqeqeq: "error",
    },
  },
  {
    files: ["rules/**/*.ts"],
    rules: {
      "no-restricted-imports": imports(outsideRules),
      "no-restricted-globals": [
        "error",
        excelOutsideWorkbook,
        ...world.map((name) => ({ name, message: "rules/ is pure: nothing of Node, the browser, Excel or AWS." })),
      ],
      "no-restricted-syntax": [
        "error",
        clock("CallExpression[callee.object.name='Date'][callee.property.name='now']"),
        clock("NewExpression[callee.name='Date'][arguments.length=0]"),
      ],
    },
  },
  {
    files: ["addin/**/*.ts", "addin/**/*.tsx"],
    rules: { "no-restricted-imports": imports(awsOutsideStore, outsideAddin, functionsFromAddin, workbenchFromAddin) },
  },
  {
    files: ["addin/admin/**/*.ts", "addin/admin/**/*.tsx"],
    rules: {
      "no-restricted-imports": imports(awsOutsideStore, outsideAddin, functionsFromAddin, workbenchButItsReader),
    },
  },
  {
    files: ["addin/workbench/**/*.ts"],
    rules: { "no-restricted-imports": imports(awsOutsideStore, outsideAddin, functionsFromAddin) },
  },
  { files: ["addin/workbook/**/*.ts"], rules: { "no-restricted-globals": "off" } },
  { files: ["functions/**/*.ts"], rules: { "no-restricted-imports": imports(awsOutsideStore, outsideFunctions) } },
  { files: ["functions/store/**/*.ts"], rules: { "no-restricted-imports": imports(outsideFunctions) } },
  { files: ["infra/**/*.ts"], rules: { "no-restricted-imports": imports(awsOutsideStore, outsideInfra) } },
  { files: ["tools/bench/bare-function.ts"], rules: { "no-restricted-imports": "off" } },
  { files: ["**/settings.ts"], rules: { "no-restricted-properties": "off" } },
);
