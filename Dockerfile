# docker build -t reviewlint . && docker run --rm -v "$PWD:/drafts" reviewlint reviews
FROM python:3.12-slim AS build
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends maven
COPY . /source
RUN pip wheel --quiet --no-cache-dir --wheel-dir /wheels '/source[html]'
# LanguageTool, so that the image needs no network when it runs
RUN pip install --quiet --no-cache-dir --no-index --find-links /wheels reviewlint \
 && LTP_PATH=/opt/languagetool reviewlint engine install --via maven

FROM python:3.12-slim
# git tells what changed, for --diff-base; the drafts belong to whoever mounts them.
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends default-jre-headless git \
 && rm -rf /var/lib/apt/lists/* \
 && git config --system --add safe.directory '*'
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --quiet --no-cache-dir --no-index --find-links /wheels 'reviewlint[html]'
COPY --from=build /opt/languagetool /opt/languagetool
ENV REVIEWLINT_CACHE_DIR=/tmp/reviewlint LTP_PATH=/opt/languagetool
WORKDIR /drafts
ENTRYPOINT ["reviewlint"]
CMD ["check", "."]
