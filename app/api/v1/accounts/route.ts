import { addAccount, listAccounts } from "#lib/server/accounts.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /accounts", ({ actor }) => listAccounts(actor));
export const POST = serve("POST /accounts", ({ actor, body }) => addAccount(actor, body));
