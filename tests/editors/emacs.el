;;; emacs.el --- a text in Emacs with eglot and saksama  -*- lexical-binding: t; -*-

;; Opens a text with saksama as its language server, applies the first safe fix, and saves.

;;; Code:

(require 'package)
(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'seq)

(defun saksama-test--wait (holds)
  "Wait a minute at most until HOLDS returns non-nil; return what it returns."
  (let ((tries 600) (held nil))
    (while (and (not (setq held (funcall holds))) (> (setq tries (1- tries)) 0))
      (accept-process-output nil 0.1)
      (flymake-start))
    (or held (error "Saksama: what was waited for did not come"))))

(defun saksama-test (file)
  "Open FILE, wait for diagnostics, apply the first safe fix, save."
  (setq eglot-sync-connect 60
        eglot-server-programs `((text-mode . (,(getenv "SAKSAMA") "lsp"))))
  (find-file file)
  (text-mode)
  (apply #'eglot (eglot--guess-contact))
  (let ((before (length (saksama-test--wait #'flymake-diagnostics)))
        (server (eglot--current-server-or-lose)))
    (message "emacs: %d diagnostics" before)
    (let* ((range (list :start (eglot--pos-to-lsp-position (point-min))
                        :end (eglot--pos-to-lsp-position (point-max))))
           (actions (jsonrpc-request server :textDocument/codeAction
                                     (list :textDocument (eglot--TextDocumentIdentifier)
                                           :range range
                                           :context (list :diagnostics [] :only ["quickfix"]))))
           (chosen (seq-find (lambda (action) (eq (plist-get action :isPreferred) t)) actions)))
      (unless chosen (error "Saksama: no safe fix is offered"))
      ;; Newer versions also want to know who asks for it.
      (apply #'eglot--apply-workspace-edit (plist-get chosen :edit)
             (and (> (car (func-arity 'eglot--apply-workspace-edit)) 1) '(saksama)))
      (eglot--signal-textDocument/didChange)
      (saksama-test--wait (lambda () (< (length (flymake-diagnostics)) before)))
      (save-buffer)
      (message "emacs: %s" (plist-get chosen :title)))
    (eglot-shutdown server)))

;;; emacs.el ends here
