// Scripts, styles and WebAssembly of the build, compressed once by the build and sent so to browsers that take it.
import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import http from "node:http";
import { join, relative, sep } from "node:path";

const root = join(".next", "static");
const types = {
	js: "text/javascript; charset=utf-8",
	css: "text/css; charset=utf-8",
	wasm: "application/wasm",
};
const suffix = ".br";

/** Address → the file that is sent for it. What is not listed here is Next's to answer. */
function listFiles() {
	if (!existsSync(root)) return new Map();
	const names = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
		name.endsWith(suffix),
	);
	return new Map(
		names.map((name) => {
			const file = join(root, name);
			const address = relative(root, file.slice(0, -suffix.length)).split(sep).join("/");
			const type = types[address.slice(address.lastIndexOf(".") + 1)];
			return [`/_next/static/${address}`, { file, type, size: statSync(file).size }];
		}),
	);
}

/** Puts the compressed files before every server that is made from now on. */
export function sendCompressed() {
	const files = listFiles();
	const make = http.createServer;
	http.createServer = (...given) => {
		const listener = given.pop();
		return make(...given, (request, response) => {
			const known = files.get(request.url?.split("?")[0]);
			const asked = request.method === "GET" || request.method === "HEAD";
			const takes = /\bbr\b/.test(String(request.headers["accept-encoding"] ?? ""));
			if (!known || !asked || !takes) return listener(request, response);
			response.writeHead(200, {
				"content-type": known.type,
				"content-encoding": "br",
				"content-length": known.size,
				"cache-control": "public, max-age=31536000, immutable",
				vary: "Accept-Encoding",
				"x-content-type-options": "nosniff",
				"cross-origin-resource-policy": "same-origin",
			});
			if (request.method === "HEAD") return response.end();
			createReadStream(known.file)
				.on("error", () => response.destroy())
				.pipe(response);
		});
	};
}
