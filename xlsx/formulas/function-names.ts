/** Functions that came to Excel after its file format, which stores them under a name of its own: `_xlfn.XLOOKUP`. */
const LATER = new Set(
  (
    "ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND " +
    "BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV " +
    "CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P " +
    "COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV " +
    "F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT " +
    "FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV " +
    "GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN " +
    "ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT " +
    "MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC " +
    "PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC " +
    "QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P " +
    "STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT " +
    "TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS " +
    "XLOOKUP XMATCH XOR Z.TEST"
  ).split(" "),
);
const WORKSHEET = new Set(["FILTER", "SORT"]);
/** Their parameters have stored names, too, which only a whole reading of the formula could tell. */
const WITH_PARAMETERS = new Set(["LET", "LAMBDA", "MAP", "REDUCE", "SCAN", "MAKEARRAY", "BYROW", "BYCOL", "ISOMITTED"]);

/** Texts and quoted sheet names, which are left alone, and the functions that a formula calls. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|([A-Za-z_][\w.]*)\s*\(/g;

/** The functions that a formula calls, as they stand in it. */
const functionsIn = (formula: string): readonly string[] =>
  [...formula.matchAll(PARTS)].flatMap(([, name]) => (name === undefined ? [] : [name]));

const renamed = (formula: string, rename: (name: string) => string): string =>
  formula.replace(PARTS, (part, name: string | undefined) =>
    name === undefined ? part : rename(name) + part.slice(name.length),
  );

const withoutTexts = (formula: string): string => formula.replaceAll(/"(?:[^"]|"")*"/g, '""');

/**
 * A stored formula as somebody would type it, without "=": `_xlfn.XLOOKUP` is XLOOKUP, a function of an add-in in the
 * namespace LP, `_xldudf_LP_CHECK`, is LP.CHECK. Undefined for one that only Excel can calculate: of another workbook,
 * or with functions of other add-ins.
 */
export function typedFormula(stored: string, namespace: string): string | undefined {
  const text = withoutTexts(stored);
  if (/\[\d+\]|#REF!|_xlfn\.(ANCHORARRAY|SINGLE)\b|_xl(l|udf)\.|\|/i.test(text)) return undefined;
  const own = new RegExp(`^_xldudf_${namespace}_`, "i");
  if (functionsIn(stored).some((name) => /^_xldudf_/i.test(name) && !own.test(name))) return undefined;
  return renamed(stored, (name) =>
    own.test(name)
      ? `${namespace}.${name.replace(own, "").replaceAll("_", ".")}`
      : name.replace(/^_xlfn\.(_xlws\.)?/i, ""),
  ).replaceAll("_xlpm.", "");
}

/** A formula as Excel stores it, without "="; undefined for one of which that cannot be told. */
export function storedFormula(typed: string, namespace: string): string | undefined {
  const formula = typed.replace(/^=/, "");
  const names = functionsIn(formula).map((name) => name.toUpperCase());
  // "A1#" is stored as a function of its own, and so is "@".
  if (names.some((name) => WITH_PARAMETERS.has(name)) || /[A-Z]\d+#|@/i.test(withoutTexts(formula))) return undefined;
  return renamed(formula, (name) => {
    const upper = name.toUpperCase();
    if (upper.startsWith(`${namespace}.`)) return `_xldudf_${upper.replaceAll(".", "_")}`;
    if (WORKSHEET.has(upper)) return `_xlfn._xlws.${upper}`;
    return LATER.has(upper) ? `_xlfn.${upper}` : name;
  });
}

/** The functions of add-ins that a stored formula calls, as a workbook lists them: `_xldudf_LP_CHECK`. */
export const addInFunctions = (stored: string): string[] =>
  functionsIn(stored).filter((name) => /^_xldudf_/i.test(name));
