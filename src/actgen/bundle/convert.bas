' Makes a PDF of one document after another inside LibreOffice, in one window that nobody sees.
'
' uno_worker.py hands this to LibreOffice and calls it once for a document. Driven from outside, LibreOffice answers about
' forty questions for each, and each answer wakes four threads; and a document that it opens by itself gets a window of
' its own with places for bars, whose making is a tenth of the conversion.

Private frame As Variant

Function Convert(target As String, opening As Variant, saving As Variant) As String
  On Error GoTo Failed
  Dim opened As Variant
  opened = createUnoService("com.sun.star.text.TextDocument")
  opened.load(opening)
  Show(opened)
  opened.storeToURL(target, saving)
  frame.setComponent(Nothing, Nothing)
  opened.close(False)
  Exit Function
Failed:
  Convert = Error$
  On Error Resume Next
  frame = Empty ' in what state it is, is not known: the next document gets a new one
  opened.close(False)
End Function

' A document that is in no window has no pages.
Sub Show(opened As Variant)
  If IsEmpty(frame) Then frame = NewFrame()
  Dim view As Variant
  view = opened.createDefaultViewController(frame)
  view.attachModel(opened)
  opened.connectController(view)
  opened.setCurrentController(view)
  frame.setComponent(view.ComponentWindow, view)
  view.attachFrame(frame)
End Sub

Function NewFrame() As Variant
  Dim wanted As New com.sun.star.awt.WindowDescriptor
  wanted.Type = com.sun.star.awt.WindowClass.TOP
  wanted.ParentIndex = -1
  Dim made As Variant
  made = createUnoService("com.sun.star.frame.Frame")
  made.LayoutManager = Nothing
  made.initialize(createUnoService("com.sun.star.awt.Toolkit").createWindow(wanted))
  NewFrame = made
End Function
