import { memoryTable } from "../../../functions/store/memory.ts";
import { contract } from "./contract.ts";

contract("a table in memory", (now) => Promise.resolve(memoryTable(now)));
