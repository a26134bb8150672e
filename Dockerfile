# The API and page of Wushe. The database is a container of its own: see docker-compose.yml.
FROM python:3.12-slim AS build
WORKDIR /src
RUN pip install --no-cache-dir uv
COPY pyproject.toml requirements.lock README.md LICENSE ./
COPY src src
COPY schema schema
COPY loaders loaders
COPY queries queries
COPY api api
COPY samples samples
ENV UV_SYSTEM_CERTS=true
RUN uv venv /opt/wushe \
 && uv pip sync --require-hashes --python /opt/wushe requirements.lock \
 && uv build --wheel --out-dir /tmp/dist . \
 && uv pip install --no-deps --python /opt/wushe /tmp/dist/*.whl

FROM python:3.12-slim
RUN useradd --create-home --uid 10001 wushe
COPY --from=build /opt/wushe /opt/wushe
RUN install -d -o wushe /home/wushe/data
USER wushe
WORKDIR /home/wushe/data
ENV PATH=/opt/wushe/bin:$PATH WUSHE_HOME=/home/wushe/data WUSHE_HOST=0.0.0.0
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["wushe", "serve"]
