"""One connection to Neo4j: reads that the server holds to reading, writes in one transaction, errors a user can act on."""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Any, Protocol, TypeVar

import neo4j
from neo4j import GraphDatabase, ManagedTransaction, NotificationMinimumSeverity
from neo4j.exceptions import AuthError, ClientError, DriverError, Neo4jError, TransientError
from neo4j.time import Date, DateTime

from wushe.errors import QueryTimeoutError, UnavailableError, WusheError
from wushe.graph.collector import paused
from wushe.graph.patience import LOCK_WAIT, Patience, nobody, patiently
from wushe.schema import statements
from wushe.settings import Endpoint

READ_TIMEOUT = 20.0
"""Seconds after which the server gives up a read."""
WORK_TIMEOUT = 600.0
"""The same where a reader looks at a whole file's worth of the graph."""
RETRY_TIME = 15.0

_SCHEME = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://", re.IGNORECASE)
# The driver tells of every retry; what comes of it is told here, once and in Chinese.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

T = TypeVar("T")
Row = dict[str, Any]


class Reader(Protocol):
    """Runs one read and gives its rows, with dates as Python dates."""

    def run(self, query: str, **parameters: Any) -> list[Row]:
        """Run one statement with parameters and fetch every row."""
        ...


class Sender(Reader, Protocol):
    """A reader that can also send a statement ahead: the server works on it while the next rows are got ready."""

    def send(self, query: str, **parameters: Any) -> Callable[[], list[Row]]:
        """Send one statement; what is given fetches its rows, once. The server takes statements in the order sent."""
        ...


class TransactionReader:
    """A reader, or a writer, inside a transaction."""

    def __init__(self, transaction: neo4j.Transaction | ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, query: str, **parameters: Any) -> list[Row]:
        """Run one statement with parameters and fetch every row."""
        return self.send(query, **parameters)()

    def send(self, query: str, **parameters: Any) -> Callable[[], list[Row]]:
        """Send one statement with parameters; what comes of it is fetched by what is given, or makes a later one fail.

        A statement that returns nothing is worked on before this returns: Neo4j puts off only what has rows to give.
        """
        result = self._transaction.run(query, parameters)
        keys = result.keys()
        return lambda: [dict(zip(keys, map(plain, record.values()), strict=True)) for record in result]


class _Writer(TransactionReader):
    """A writer: its first statement takes the graph's lock, and may have to wait for it."""

    def __init__(self, transaction: neo4j.Transaction, patience: Patience) -> None:
        super().__init__(transaction)
        self._patience: Patience | None = patience

    def run(self, query: str, **parameters: Any) -> list[Row]:
        """Run one statement; the first one with patience."""
        patience, self._patience = self._patience, None
        if patience is None:
            return super().run(query, **parameters)
        with patience:
            return super().run(query, **parameters)


def plain(value: Any) -> Any:
    """Neo4j's dates and times as Python's, in lists and maps too."""
    kind = type(value)
    if kind is str:  # most values are: a file's worth of the graph is some hundred thousand of them
        return value
    if kind is Date or kind is DateTime:
        return value.to_native()
    if kind is list:
        return [plain(item) for item in value]
    if kind is dict:
        return {key: plain(item) for key, item in value.items()}
    return value


class Graph:
    """An open connection; use it as a context manager.

    A write waits at most `lock_wait` seconds for another; `on_wait` is told of it, with that limit.
    """

    def __init__(self, driver: neo4j.Driver, database: str, on_wait: Callable[[float], None] = nobody) -> None:
        self._driver = driver
        self._database = database
        self.on_wait = on_wait
        self.lock_wait = LOCK_WAIT
        self._settings: list[Row] | None = None

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self._driver.close()

    def read(self, work: Callable[[Sender], T], *, timeout: float = READ_TIMEOUT) -> T:
        """Run `work` in one read transaction; the server refuses writes in it, and gives up after `timeout` seconds."""
        with _told(), self._driver.session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session:
            return session.execute_read(_with_reader(work, timeout))

    def write(self, work: Callable[[Sender], T]) -> T:
        """Run `work` in one explicit transaction: all of it or nothing. Its first statement takes the graph's lock.

        When the server asks for it (a deadlock, a change of leader), all of `work` is run anew, a few times at most.
        """
        with _told(), paused(), self._driver.session(database=self._database) as session:
            return patiently(lambda: self._once(session, work))

    def _once(self, session: neo4j.Session, work: Callable[[Sender], T]) -> T:
        mark = uuid.uuid4().hex
        patience = Patience(self.lock_wait, lambda: self._tell_if_blocked(mark), lambda: self._terminate(mark))
        with session.begin_transaction(metadata={"wushe": mark}) as transaction:
            result = work(_Writer(transaction, patience))
            transaction.commit()
            return result

    def _tell_if_blocked(self, mark: str) -> bool:
        """Whether the transaction of this mark waits for another, which is then said: it may just be slow.

        Where the server does not tell, it is taken to wait.
        """
        blocked = 1
        with suppress(DriverError, Neo4jError), self._driver.session(database=self._database) as session:
            (row,) = session.run(statements.BLOCKED, mark=mark)
            blocked = row["blocked"]
        if blocked:
            self.on_wait(self.lock_wait)
        return bool(blocked)

    def _terminate(self, mark: str) -> None:
        """End the transaction of this mark. A server that does not let us has a limit of its own, which then holds."""
        with suppress(DriverError, Neo4jError), self._driver.session(database=self._database) as session:
            session.run(statements.TERMINATE, mark=mark).consume()

    def statement(self, text: str, **parameters: Any) -> None:
        """Run one statement by itself: for constraints and indexes, which cannot share a transaction with data.

        One that another program has just made is as good as made.
        """
        with _told(), self._driver.session(database=self._database) as session:
            try:
                patiently(lambda: session.run(text, parameters).consume())
            except ClientError as error:
                if not (error.code or "").endswith("SchemaRuleAlreadyExists"):
                    raise

    def settings(self) -> list[Row]:
        """The server's settings about memory, asked for once; none when it does not tell us."""
        if self._settings is None:
            with _told(), self._driver.session(database=self._database) as session:
                try:
                    self._settings = [
                        dict(row) for row in session.run(statements.MEMORY, names=statements.MEMORY_ASKED)
                    ]
                except ClientError:  # a hosted server keeps its settings to itself
                    self._settings = []
        return self._settings

    def verify(self) -> None:
        """Raise `UnavailableError` when the server does not answer."""
        with _told():
            self._driver.verify_connectivity()


def _with_reader(work: Callable[[Sender], T], timeout: float) -> Callable[[ManagedTransaction], T]:
    @neo4j.unit_of_work(timeout=timeout)
    def unit(transaction: ManagedTransaction) -> T:
        return work(TransactionReader(transaction))

    return unit


def open_graph(endpoint: Endpoint, on_wait: Callable[[float], None] = nobody) -> Graph:
    """Connect to a server and make sure that it answers; `on_wait` is told when a write has to wait for another."""
    if not _SCHEME.match(endpoint.uri):
        raise UnavailableError("数据库地址要以 bolt:// 或 neo4j:// 开头", hint="请检查 WUSHE_NEO4J_URI")
    try:
        driver = GraphDatabase.driver(
            endpoint.uri,
            auth=(endpoint.user, endpoint.password),
            max_transaction_retry_time=RETRY_TIME,
            connection_timeout=10,
            connection_acquisition_timeout=20,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            user_agent="wushe",
        )
    except (DriverError, ValueError) as error:
        raise UnavailableError(f"数据库地址无法使用：{endpoint.uri}", hint="请检查 WUSHE_NEO4J_URI") from error
    graph = Graph(driver, endpoint.database, on_wait)
    try:
        graph.verify()
    except WusheError:
        graph.close()
        raise
    return graph


@contextmanager
def _told() -> Iterator[None]:
    """Turn the driver's errors into ours; no query text and no value reaches the user."""
    try:
        yield
    except AuthError as error:
        raise UnavailableError(
            "数据库拒绝了用户名或密码", hint="请检查 WUSHE_NEO4J_USER 和 WUSHE_NEO4J_PASSWORD"
        ) from error
    except TransientError as error:
        raise UnavailableError(_transient(error), hint="稍后重试；数据没有改动") from error
    except ClientError as error:
        if "TransactionTimedOut" in (error.code or ""):
            raise QueryTimeoutError("数据库没有在限定时间内答复", hint="请缩小范围后重试") from error
        if "DatabaseNotFound" in (error.code or ""):
            raise UnavailableError("服务器上没有这个数据库", hint="请检查 WUSHE_NEO4J_DATABASE") from error
        raise
    except (neo4j.exceptions.ServiceUnavailable, neo4j.exceptions.SessionExpired, OSError) as error:
        raise UnavailableError("数据库没有应答", hint="请用 wushe db status 查看，或检查 WUSHE_NEO4J_URI") from error
    except (DriverError, Neo4jError) as error:
        raise UnavailableError(f"数据库出错（{type(error).__name__}）", hint="请查看数据目录下 neo4j/logs") from error


def _transient(error: TransientError) -> str:
    code = error.code or ""
    if "Lock" in code:
        return "另一个载入正在写入，等待超时"
    if "Memory" in code or "OutOfMemory" in code:
        return "数据库的事务内存不足"
    return "数据库暂时不可用"
