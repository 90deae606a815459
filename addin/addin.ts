/// <reference types="office-js" />
/// <reference types="custom-functions-runtime" />
/**
 * What Excel loads: the LP functions and the task pane in one shared runtime. The functions are associated while the
 * script runs, since Excel may call them as soon as the page is there.
 */
import { keepBasis } from "./checking/basis.ts";
import { followToday, todayHere } from "../client/today.ts";
import { associateCommands } from "./commands.ts";
import { openDesk } from "./model/desk.ts";
import { isPartOf } from "./model/part-of.ts";
import { FUNCTIONS, prepare } from "./formulas/functions.ts";
import { createHistory } from "./history/history.ts";
import { showPane } from "./pane/pane.tsx";
import { createSending } from "./sending/sending.ts";
import { pageClock } from "../client/clock.ts";
import { connect, keptHere } from "./service/connect.ts";
import { openWorkbook } from "./workbook/workbook.ts";

const keeper = keepBasis(todayHere());
const service = connect(keeper);
const workbook = openWorkbook();
const desk = openDesk({
  workbook,
  keeper,
  service,
  history: createHistory(service.ask),
  sendingOf: ({ lists, current }) =>
    createSending({ workbook, keeper, service, lists, current, keptIn: keptHere(), clock: pageClock }),
});

const read = Office.onReady().then(({ host }) => {
  if (host === Office.HostType.Excel) return desk.start();
  desk.notInExcel();
  return undefined;
});
prepare({ basis: keeper.basis, ready: read, service, isPart: (address) => isPartOf(desk.lists.value, address) });
CustomFunctions.associate(FUNCTIONS);
followToday(keeper.today);

const root = document.getElementById("pane");
if (root) associateCommands(desk, showPane(root, desk));
