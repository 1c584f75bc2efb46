// The web process: Next's server at HOST and PORT. It ends with the process that started it.
import { subscribe } from "node:diagnostics_channel";
import { createRequire } from "node:module";

const development = process.argv.includes("--dev");
const { HOST = "127.0.0.1", PORT = "3000" } = process.env;

// Node gives a request five minutes to arrive whole; a large file over a slow line takes longer.
const longestRequest = 60 * 60_000;
subscribe("http.server.request.start", ({ server }) => {
	server.requestTimeout = longestRequest;
});

process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.argv.splice(
	2,
	process.argv.length,
	development ? "dev" : "start",
	"--hostname",
	HOST,
	"--port",
	PORT,
);
createRequire(import.meta.url)("next/dist/bin/next");
