/** A page with nothing but CodeMirror on it, of the very packages that the workbench uses. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

interface Manifest {
	readonly module?: string;
	readonly exports?: { readonly import?: string };
	readonly dependencies?: Readonly<Record<string, string>>;
}

/** Where each package's module for browsers is, with everything it stands on. */
function modulesOf(names: readonly string[]): Map<string, string> {
	const found = new Map<string, string>();
	const queue = [...names];
	for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
		if (found.has(name)) continue;
		const folder = folderOf(name);
		const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
		const entry = manifest.exports?.import ?? manifest.module;
		if (entry === undefined) throw new Error(`${name} has no module for browsers`);
		found.set(name, join(folder, entry));
		queue.push(...Object.keys(manifest.dependencies ?? {}));
	}
	return found;
}

function folderOf(name: string): string {
	const inside = dirname(require.resolve(name));
	return inside.slice(0, inside.lastIndexOf(join("node_modules", name)) + join("node_modules", name).length);
}

const page = (imports: Record<string, string>, text: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Bare CodeMirror</title>
<style>body { font: 18px/30px serif; margin: 2rem; max-width: 40rem } .cm-scroller { font: inherit !important }</style>
<div id="editor"></div>
<script type="importmap">${JSON.stringify({ imports })}</script>
<script type="module">
import { history, standardKeymap } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
const extensions = [history(), keymap.of(standardKeymap), EditorView.lineWrapping];
new EditorView({ state: EditorState.create({ doc: ${JSON.stringify(text)}, extensions }), parent: document.getElementById("editor") });
</script>`;

export interface BarePage {
	readonly url: string;
	close(): Promise<void>;
}

export async function serveBarePage(text: string): Promise<BarePage> {
	const modules = [...modulesOf(["@codemirror/commands", "@codemirror/state", "@codemirror/view"])];
	const imports = Object.fromEntries(modules.map(([name], i) => [name, `/${i}.js`]));
	const server = createServer((request, response) => {
		const file = modules[Number(/^\/(\d+)\.js$/.exec(request.url ?? "")?.[1] ?? Number.NaN)]?.[1];
		response.setHeader("content-type", file ? "text/javascript" : "text/html");
		response.end(file ? readFileSync(file) : page(imports, text));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return {
		url: `http://127.0.0.1:${address.port}/`,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}
