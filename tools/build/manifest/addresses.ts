import { pngSize } from "../../icons/png.ts";
import { resourceFor } from "./resources.ts";
import { everyIn, named, type Element } from "./tree.ts";

/** Office takes other sizes too; without these it refuses the icon. */
const MUST_HAVE = [16, 32, 80];

/** The file that an address below the base URL stands for; undefined where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined;

const addressesOf = (root: Element): readonly string[] =>
  everyIn(root)
    .filter(({ name }) => !["DisplayName", "Description", "bt:String"].includes(name))
    .flatMap(({ attributes }) => [attributes["DefaultValue"], attributes["Url"], attributes["ResourcesUrl"]])
    .filter((address) => address !== undefined);

const valueOf = (root: Element, name: string): string => named(root, name)[0]?.attributes["DefaultValue"] ?? "";

/** The folder that the add-in is served from, as the address of its page says. */
const baseOf = (root: Element): string => valueOf(root, "SourceLocation").replace(/[^/]*$/, "");

function addressProblem(address: string, base: string, read: ReadFile): string | undefined {
  if (!address.startsWith("https://")) return `${address} must begin with https://.`;
  if (!URL.canParse(address)) return `${address} is no address.`;
  if (!address.startsWith(base)) return `${address} is not served from ${base}.`;
  return read(address.slice(base.length)) === undefined ? `There is no file for ${address}.` : undefined;
}

function iconProblem(
  what: string,
  size: number,
  address: string | undefined,
  base: string,
  read: ReadFile,
): string | undefined {
  const file = address === undefined ? undefined : read(address.slice(base.length));
  if (!file) return `There is no icon file for ${what}.`;
  const found = pngSize(file);
  if (found?.width === size && found.height === size) return undefined;
  return `The icon of ${what} must be a PNG of ${size} by ${size} pixels${found ? `; it has ${found.width} by ${found.height}` : ""}.`;
}

function iconProblems(root: Element, base: string, read: ReadFile): (string | undefined)[] {
  return named(root, "Icon").flatMap((icon) => {
    const sizes = icon.children.map(({ attributes }) => Number(attributes["size"]));
    return [
      ...MUST_HAVE.filter((size) => !sizes.includes(size)).map((size) => `An icon lacks its size of ${size} pixels.`),
      ...icon.children.map((image) =>
        iconProblem(
          `"${image.attributes["resid"] ?? ""}"`,
          Number(image.attributes["size"]),
          resourceFor(root, image),
          base,
          read,
        ),
      ),
    ];
  });
}

/** Addresses that are not ours, not secure or have no file, and icons of the wrong size: as sentences. */
export function addressProblems(root: Element, read: ReadFile): readonly string[] {
  const base = baseOf(root);
  return [
    ...[...new Set(addressesOf(root))].map((address) => addressProblem(address, base, read)),
    iconProblem("IconUrl", 32, valueOf(root, "IconUrl"), base, read),
    iconProblem("HighResolutionIconUrl", 64, valueOf(root, "HighResolutionIconUrl"), base, read),
    ...iconProblems(root, base, read),
  ].filter((problem) => problem !== undefined);
}
