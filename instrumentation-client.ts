import { config } from "zod/v4/core";

// Runs before any page's code. Zod would try `new Function` to see whether it may, and the content policy
// reports the try as a violation on every page that reads what the server sends.
config({ jitless: true });
