/// <reference types="office-js" />
/// <reference types="custom-functions-runtime" />
/**
 * What Excel loads: the LP functions and the task pane in one shared runtime. The functions are associated while the
 * script runs, since Excel may call them as soon as the page is there.
 */
import { createInputsStore } from "./checking/check-inputs.ts";
import { followToday, todayHere } from "../client/today.ts";
import { associateCommands } from "./commands.ts";
import { createPaneModel } from "./model/create-pane-model.ts";
import { FUNCTIONS, prepare } from "./formulas/functions.ts";
import { createHistory } from "./history/create-history.ts";
import { showPane } from "./pane/pane.tsx";
import { createSender } from "./sending/create-sender.ts";
import { pageClock } from "../client/clock.ts";
import { connect, browserStorageHere } from "./service/connect.ts";
import { openWorkbook } from "./workbook/open-workbook.ts";

const store = createInputsStore(todayHere());
const service = connect(store);
const workbook = openWorkbook();
const model = createPaneModel({
  workbook,
  store,
  service,
  history: createHistory(service.ask),
  sendingOf: ({ lists, current }) =>
    createSender({ workbook, store, service, lists, current, browserStorage: browserStorageHere(), clock: pageClock }),
});

const read = Office.onReady().then(({ host }) => {
  if (host === Office.HostType.Excel) return model.start();
  model.notInExcel();
  return undefined;
});
prepare({ inputs: store.inputs, ready: read, service, listAt: model.listAt });
CustomFunctions.associate(FUNCTIONS);
followToday(store.today);

const root = document.getElementById("pane");
if (root) associateCommands(model, showPane(root, model));
