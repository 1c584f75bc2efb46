import type { DemoArticle } from "./article.ts";
import { irrigation } from "./irrigation.ts";
import { mudflat } from "./mudflat.ts";
import { museum } from "./museum.ts";
import { port } from "./port.ts";

/** In the order in which the demo project lists them. */
export const demoArticles: readonly DemoArticle[] = [port, museum, mudflat, irrigation];
