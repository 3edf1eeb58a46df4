// Moves the invitation's code from the address into the form, and lets the reader see what they type.
const code = document.getElementById('code');
const password = document.getElementById('password');

function takeCode() {
  const linked = location.hash.slice(1);
  if (linked) {
    code.value = linked;
  }
  document.getElementById('code-field').hidden = code.value !== '';
}

document.getElementById('show-field').hidden = false;
document.getElementById('show').addEventListener('change', event => {
  password.type = event.target.checked ? 'text' : 'password';
});
addEventListener('hashchange', takeCode);
takeCode();
