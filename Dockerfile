# The program alone in a small image:
#   docker build -t saksama .
#   docker run --rm -v "$PWD:/artikel" saksama check
FROM rust:1-slim-bookworm AS build
WORKDIR /saksama
COPY . .
RUN cargo install --locked --path . --root /usr/local

FROM debian:bookworm-slim
# git serves `check --changed` and `check --staged`; a folder that another user owns is no reason to refuse it.
RUN apt-get update \
    && apt-get install -y --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
COPY --from=build /usr/local/bin/saksama /usr/local/bin/saksama
WORKDIR /artikel
ENTRYPOINT ["saksama"]
CMD ["check"]
