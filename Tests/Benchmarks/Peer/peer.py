"""What a small team would write instead: one question, one statement, FastAPI and asyncpg.

It does less than Varde: no hours, gaps, reasons, fallback, notices, steps or languages. So it is a
generous peer to measure beside. Run by Deploy/bench:

    PEER_DATABASE=postgresql://varde_reader@/seeds?host=SOCKET PEER_SQL=FILE uvicorn peer:app
"""

import datetime
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import orjson
from fastapi import FastAPI, Request, Response

STATEMENT = Path(os.environ["PEER_SQL"]).read_text(encoding="utf-8")
# Who a relative is, outward, as Varde's own tree of askers has it.
ASKERS = {"relative": ["relative", "citizen", "anyone"]}


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with asyncpg.create_pool(os.environ["PEER_DATABASE"], min_size=4, max_size=4) as pool:
        app.state.pool = pool
        yield


app = FastAPI(lifespan=lifespan)


@app.post("/api/v1/answers")
async def answers(request: Request) -> Response:
    question = orjson.loads(await request.body())
    rows = await app.state.pool.fetch(
        STATEMENT,
        question["place"],
        question["concern"],
        ASKERS[question["asker"]],
        datetime.datetime.now(tz=datetime.UTC).date(),
        question["age"],
    )
    return Response(
        orjson.dumps({"ladder": [dict(row) for row in rows]}), media_type="application/json"
    )
