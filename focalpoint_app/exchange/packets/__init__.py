"""Packets: questions that the same program opens, and the replies it makes."""
