/** In a browser what acts, applies and compares comes a moment after the first row; here it is there from the start. */
import { expectActions } from "#app/_workbench/store/actions-here.ts";
import { expectMeeting } from "#app/_workbench/store/settlement.ts";
import { expectCarrying } from "#app/_workbench/store/take-along.ts";

await Promise.all([expectActions(), expectMeeting(), expectCarrying()]);
