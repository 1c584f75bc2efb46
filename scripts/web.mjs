// The web process: Next's server at HOST and PORT. It ends with the process that started it.
import { createRequire } from "node:module";

const development = process.argv.includes("--dev");
const { HOST = "127.0.0.1", PORT = "3000" } = process.env;

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
