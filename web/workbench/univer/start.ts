import { LocaleType, LogLevel, mergeLocales, Univer, type PluginCtor } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import formattingWords from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreWords from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationWords from "@univerjs/preset-sheets-data-validation/locales/en-US";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import filterWords from "@univerjs/preset-sheets-filter/locales/en-US";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import tableWords from "@univerjs/preset-sheets-table/locales/en-US";
import { defaultTheme } from "@univerjs/themes";

export interface Started {
  readonly univer: Univer;
  readonly api: FUniver;
}

/** Starts Univer in an element; each preset brings its plugins, some of them more than once. */
export function startUniver(container: HTMLElement): Started {
  const univer = new Univer({
    theme: defaultTheme,
    locale: LocaleType.EN_US,
    logLevel: LogLevel.ERROR,
    locales: { [LocaleType.EN_US]: mergeLocales(coreWords, formattingWords, validationWords, filterWords, tableWords) },
  });
  const presets = [
    // Without this the grid takes the keyboard as soon as it is there, away from whoever is reading the page.
    UniverSheetsCorePreset({
      container,
      disableAutoFocus: true,
      toolbar: false,
      contextMenu: true,
      formulaBar: true,
      footer: { sheetBar: true, statisticBar: false, menus: false, zoomSlider: false },
    }),
    UniverSheetsFilterPreset(),
    UniverSheetsConditionalFormattingPreset(),
    // With its search box the list takes the keyboard, and a value that is typed does not reach the cell.
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsTablePreset(),
  ];
  const plugins = new Map<string, readonly [PluginCtor, object | undefined]>();
  for (const listed of presets.flatMap((preset) => preset.plugins)) {
    const [plugin, config] = (Array.isArray(listed) ? listed : [listed]) as [PluginCtor, object?];
    plugins.set(plugin.pluginName, [plugin, config]);
  }
  for (const [plugin, config] of plugins.values()) univer.registerPlugin(plugin, config);
  return { univer, api: FUniver.newAPI(univer) };
}
