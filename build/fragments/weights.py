"""The weights of the network as a file: tables of a scale of four bytes and numbers of two bytes, little end first."""
import struct

import numpy as np
import torch


def tables(network):
    """The tables in the order in which `network.rs` reads them, as views that may be written to."""
    yield network.embedding.weight
    for unit in (network.left, network.right):
        yield from (unit.weight_ih_l0.T, unit.weight_hh_l0.T, unit.bias_ih_l0, unit.bias_hh_l0)
    yield from (network.hidden.weight.T, network.hidden.bias, network.output.weight, network.output.bias)


def written(network):
    out = b""
    for table in tables(network):
        table = table.detach().contiguous().numpy().astype("<f4")
        scale = float(np.abs(table).max() / 32767)
        out += struct.pack("<f", scale) + np.round(table / scale).astype("<i2").tobytes()
    return out


def read(network, path):
    """Fills `network` with the weights of a file that was written for the same frequent words."""
    data, at = open(path, "rb").read(), 0
    with torch.no_grad():
        for table in tables(network):
            scale, = struct.unpack_from("<f", data, at)
            numbers = np.frombuffer(data, "<i2", table.numel(), at + 4).astype("f4") * scale
            table[...] = torch.from_numpy(numbers.reshape(tuple(table.shape)))
            at += 4 + 2 * table.numel()
    assert at == len(data), "these weights belong to another network"


def mixed(network, one, other, share):
    """Fills `network` with the mean of two others: `share` of `other`."""
    with torch.no_grad():
        for target, a, b in zip(network.parameters(), one.parameters(), other.parameters()):
            target[...] = (1 - share) * a + share * b
