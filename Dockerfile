# docker build -t reviewlint . && docker run --rm -v "$PWD:/drafts" reviewlint reviews
FROM python:3.12-slim AS build
COPY . /source
RUN pip wheel --quiet --no-cache-dir --wheel-dir /wheels /source

FROM python:3.12-slim
# git tells what changed, for --diff-base; the drafts belong to whoever mounts them.
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/* \
 && git config --system --add safe.directory '*'
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --quiet --no-cache-dir --no-index --find-links /wheels reviewlint
ENV REVIEWLINT_CACHE_DIR=/tmp/reviewlint
WORKDIR /drafts
ENTRYPOINT ["reviewlint"]
CMD ["check", "."]
