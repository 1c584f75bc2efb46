/** A thread that pairs two lists of texts. */
import { type Alignment, alignHere } from "#lib/server/align-texts.ts";
import { answer } from "./answer.ts";

await answer((task, watch) => alignHere(task as Alignment, watch));
