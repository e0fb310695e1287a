# The bot as an image: two stages, so that pip and what it needs stay out of what runs.

FROM python:3.11-slim-bookworm AS builder
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_ROOT_USER_ACTION=ignore
# Wheels only, each with the hash from the lock file: nothing is compiled, nothing else gets in.
COPY requirements/bot.txt /tmp/bot.txt
RUN python -m venv --without-pip /opt/venv \
    && python -m pip --python /opt/venv/bin/python install \
        --require-hashes --only-binary :all: --no-compile -r /tmp/bot.txt
WORKDIR /app
COPY bot bot
COPY handlers handlers
COPY jobs jobs
COPY pixverse pixverse
COPY storage storage
# By content, not by date: what is compiled here stays valid however the layers are copied. Without docstrings, as
# PYTHONOPTIMIZE below says: those of the libraries would be five megabytes of the running bot.
RUN python -OO -m compileall -q -j 0 --invalidation-mode unchecked-hash /opt/venv/lib /app

FROM python:3.11-slim-bookworm
LABEL org.opencontainers.image.title="pixverse-telegram-bot" \
      org.opencontainers.image.description="A Telegram bot that turns words and pictures into PixVerse videos" \
      org.opencontainers.image.version="0.1.0"
# The number is fixed, so that whoever mounts a folder as /data knows whom to give it to.
RUN groupadd --system --gid 10001 bot \
    && useradd --system --uid 10001 --gid bot --home-dir /nonexistent --no-create-home \
        --shell /usr/sbin/nologin bot \
    && install --directory --owner=bot --group=bot --mode=0700 /data
COPY --from=builder /opt/venv /opt/venv
COPY --from=builder /app /app
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONOPTIMIZE=2 \
    PYTHONUNBUFFERED=1 \
    DATA_DIR=/data \
    HTTP_HOST=0.0.0.0 \
    HTTP_PORT=8080
WORKDIR /app
USER 10001:10001
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
# http.client, unlike urllib, never asks a proxy that the environment names.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-I", "-S", "-c", "import http.client, os, sys; c = http.client.HTTPConnection('127.0.0.1', int(os.environ['HTTP_PORT']), timeout=4); c.request('GET', '/healthz'); sys.exit(c.getresponse().status != 200)"]
ENTRYPOINT ["python", "-m", "bot"]
