/** `npm run build`: what `npm start` would build, without starting anything. */
import { build, buildDictionary, generateClient } from "./building.ts";
import { giveUp } from "./phases.mjs";

try {
	await generateClient();
	await buildDictionary();
	await build();
} catch (error) {
	giveUp(error);
}
