# docker build -t assay . && docker run --rm -v "$PWD:/work:ro" assay check course.zip
FROM debian:12 AS build
COPY . /src
RUN cd /src && ./run build && cmake --build --preset release --target assay_shell && strip build/release/bin/assay

FROM debian:12-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libgumbo1 libicu72 libre2-9 libssl3 libxml2 zlib1g \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /src/build/release/bin/assay /usr/local/bin/assay
COPY --from=build /src/build/release/generated/shell/assay.1 /usr/local/share/man/man1/assay.1
# Nothing has to be written, and no network is used: run it with --read-only --network none.
USER nobody
WORKDIR /work
ENTRYPOINT ["assay"]
CMD ["--help"]
