/** `npm run build`: what `npm start` would build, without starting anything. */
import { build, generateClient } from "./building.ts";
import { giveUp } from "./phases.mjs";

try {
	await generateClient();
	await build();
} catch (error) {
	giveUp(error);
}
