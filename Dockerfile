# docker build -t reviewlint . && docker run --rm -v "$PWD:/drafts" reviewlint reviews
# Another base, such as the same image by its digest or from your firm's mirror: --build-arg PYTHON=IMAGE
ARG PYTHON=python:3.12.11-slim-bookworm
FROM $PYTHON AS build
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends binutils default-jdk-headless maven
# Java without its tools, a third of the size
RUN jlink --add-modules java.se,jdk.crypto.ec,jdk.httpserver,jdk.unsupported,jdk.zipfs \
    --strip-debug --no-man-pages --no-header-files --output /opt/java
COPY . /source
RUN pip wheel --quiet --no-cache-dir --wheel-dir /wheels '/source[html]'
# LanguageTool, so that the image needs no network when it runs
RUN pip install --quiet --no-cache-dir --no-index --find-links /wheels reviewlint \
 && LTP_PATH=/opt/languagetool reviewlint engine install --via maven

FROM $PYTHON
# git tells what changed, for --diff-base. It looks at who owns a repository, so `docker run --user` is its owner.
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/*
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --quiet --no-cache-dir --no-index --find-links /wheels 'reviewlint[html]'
COPY --from=build /opt/java /opt/java
COPY --from=build /opt/languagetool /opt/languagetool
# Whoever runs it has their home here: what is kept, and the key for it, in folders that are theirs alone.
RUN mkdir -m 1777 /cache
ENV PATH=/opt/java/bin:$PATH LTP_PATH=/opt/languagetool HOME=/cache
# Nobody waits for a container, and its server does not outlive it: a check waits for LanguageTool.
ENV CI=true
WORKDIR /drafts
USER 65532:65532
ENTRYPOINT ["reviewlint"]
CMD ["check", "."]
