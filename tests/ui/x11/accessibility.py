"""Reads the window over AT-SPI, as a screen reader does: every control has a name and a role, and each picture's sentence
says what the window's title and readouts say. usage: accessibility.py PID, within the session of accessibility.sh"""
import re
import subprocess
import sys
import time

import pyatspi

CONTROLS = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_SLIDER, pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY,
    pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_MENU, pyatspi.ROLE_CHECK_MENU_ITEM, pyatspi.ROLE_RADIO_MENU_ITEM,
}
PICTURES = {"Landscape", "Loss", "Imbalance", "Valley profile"}


def fail(text):
    sys.exit("accessibility: " + text)


def within(node):
    yield node
    for child in node:
        if child is not None:
            yield from within(child)


def find_program(pid):
    for _ in range(100):
        for program in pyatspi.Registry.getDesktop(0):
            if program is not None and program.get_process_id() == pid:
                return program
        time.sleep(0.1)
    fail("the program is not on the accessibility bus")


def is_shown(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def place_of(node):
    path = []
    while node is not None:
        path.append(f"{node.getRoleName()} '{node.name}'")
        node = node.parent
    return " in ".join(path)


def check_names(program):
    found = [node for node in within(program) if is_shown(node) and node.getRole() in CONTROLS]
    if len(found) < 40:
        fail(f"only {len(found)} controls are on the bus")
    for node in found:
        if not node.name.strip():
            fail("a control without a name: " + place_of(node))
    for node in within(program):
        takes_focus = node.getState().contains(pyatspi.STATE_FOCUSABLE)
        if is_shown(node) and takes_focus and node.getRole() in (pyatspi.ROLE_INVALID, pyatspi.ROLE_UNKNOWN):
            fail("without a role: " + place_of(node))
    return len(found)


def sentences(program):
    return {node.name: node.description for node in within(program)
            if node.getRole() == pyatspi.ROLE_IMAGE and node.name in PICTURES and is_shown(node)}


def press(key):
    subprocess.run(["xdotool", "key", key], check=True)


def check_sentences(program):
    """At t = 0 and a step later each tells the iteration, and the landscape a loss that has fallen."""
    losses = []
    for t in (0, 1):
        for _ in range(50):
            told = sentences(program)
            if set(told) == PICTURES and f"iteration {t}:" in told["Landscape"]:
                break
            time.sleep(0.1)
        else:
            fail(f"at t = {t} the pictures say: {told}")
        match = re.search(r"GD, iteration (\d+): loss ([0-9.e−-]+)", told["Landscape"])
        losses.append(float(match.group(2).replace("−", "-")))
        for name, sentence in told.items():
            for run in ("GD", "Perturbed GD"):
                if run not in sentence:
                    fail(f"{name} does not speak of {run}: {sentence}")
        if "predicted" not in told["Landscape"] or "0.669" not in told["Landscape"]:
            fail("the landscape does not say the predicted ratio 0.669: " + told["Landscape"])
        if t == 0:
            press("Right")
    if not losses[1] < losses[0]:
        fail(f"the loss that is told does not fall: {losses}")


program = find_program(int(sys.argv[1]))
count = check_names(program)
check_sentences(program)
print(f"accessibility: fine, {count} controls")
