import { cancelJob, readJob } from "#lib/server/jobs.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /jobs/:jobId", ({ actor, params }) => readJob(actor, params.jobId));
export const DELETE = serve("DELETE /jobs/:jobId", ({ actor, params }) => cancelJob(actor, params.jobId));
